/** The program's mark: three shots on one wire. */
export function Mark() {
  return (
    <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden>
      <defs>
        <linearGradient id="mark" x1="0" y1="0" x2="1" y2="1">
          <stop offset="0" stopColor="#f2b441" />
          <stop offset="1" stopColor="#ef6c57" />
        </linearGradient>
      </defs>
      <rect width="18" height="18" rx="4.5" fill="url(#mark)" />
      <path d="M4 12.5C7 12.5 6 5.5 9 5.5s2 7 5 7" fill="none" stroke="#201500" strokeWidth="1.4" />
      <circle cx="4" cy="12.5" r="1.9" fill="#201500" />
      <circle cx="9" cy="5.5" r="1.9" fill="#201500" />
      <circle cx="14" cy="12.5" r="1.9" fill="#201500" />
    </svg>
  );
}
