/** `onSubmit` of a form: runs instead of the browser's sending. */
export function submitting(run: () => unknown) {
  return (event: { preventDefault: () => void }) => {
    event.preventDefault()
    void run()
  }
}
