/** Lines of writing, too far away to be read. */
export function Writing() {
  return <div className="afar-writing" aria-hidden />;
}
