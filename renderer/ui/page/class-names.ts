/** Joins class names and skips missing ones: `classNames(styles.row, selected && styles.selected)`. */
export function classNames(...parts: readonly (string | false | undefined | null)[]): string {
  return parts.filter(Boolean).join(' ')
}
