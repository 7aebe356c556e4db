import mark from "./mark.svg";

/** The program's mark: three shots on one wire. */
export function Mark() {
  return <img src={mark} width={18} height={18} alt="" />;
}
