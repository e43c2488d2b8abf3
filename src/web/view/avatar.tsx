/** The app's picture: an open book with a tick. */
export function Avatar() {
  return (
    <svg class="avatar" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="7" />
      <path d="M7 9.5c3.2-1.2 6.2-1 9 .8 2.8-1.8 5.8-2 9-.8v13c-3.2-1.2-6.2-1-9 .8-2.8-1.8-5.8-2-9-.8z M16 10.3v13" />
    </svg>
  );
}
