/** Warnings about a paper, Indonesian sentences. */
export class PaperWarnings {
  readonly #sentences = new Set<string>()
  readonly #missing: { text: string; letters: string }[] = []

  add(sentence: string): void {
    this.#sentences.add(sentence)
  }

  /** Characters of a text without a glyph in any font. */
  addMissing(text: string, letters: string): void {
    this.#missing.push({ text, letters })
  }

  /** A name drawn whole and in parts is listed once. */
  sentences(): string[] {
    const found = this.#missing
    const whole = found.filter(({ text }) => !found.some(other => other.text !== text && other.text.includes(text)))
    return [...new Set(whole.map(({ text, letters }) => formatMissingLetters(text, letters))), ...this.#sentences]
  }
}

function formatMissingLetters(text: string, letters: string): string {
  const quoted = Array.from(letters, letter => `“${letter}”`).join(', ')
  return `Huruf ${quoted} pada “${text}” tidak ada di huruf cetak dan dicetak sebagai “?”.`
}
