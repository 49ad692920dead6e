/** The text of an input and what takes each change: `<TextInput {...typing(name, setName)} />`. */
export function typing(value: string, onText: (text: string) => unknown) {
  return { value, onChange: (event: { currentTarget: { value: string } }) => void onText(event.currentTarget.value) }
}

/** The same of a box: `<Checkbox {...ticking(agreed, setAgreed)} />`. */
export function ticking(checked: boolean, onTick: (checked: boolean) => unknown) {
  return {
    checked,
    onChange: (event: { currentTarget: { checked: boolean } }) => void onTick(event.currentTarget.checked),
  }
}
/** `onSubmit` of a form: runs instead of the browser's sending. */
export function submitting(run: () => unknown) {
  return (event: { preventDefault: () => void }) => {
    event.preventDefault()
    void run()
  }
}
