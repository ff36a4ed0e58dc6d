/** The app's mark: a line of speech that is heard by an ear. */
export function Mark({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" style={{ flexShrink: 0 }}>
      <rect width="32" height="32" rx="7" fill="var(--mantine-primary-color-filled)" />
      <g fill="none" stroke="#fff" strokeWidth="2.6" strokeLinecap="round">
        <path d="M8 8.5V23.5" />
        <path d="M8 16H13.5" />
        <path d="M16.5 11.2A7 7 0 0 1 16.5 20.8" />
        <path d="M20.6 7.6A12 12 0 0 1 20.6 24.4" />
      </g>
    </svg>
  );
}
