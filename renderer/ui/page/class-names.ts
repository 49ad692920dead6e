/** Joins class names, leaving out what is absent: `classNames(styles.row, selected && styles.selected)`. */
export function classNames(...parts: readonly (string | false | undefined | null)[]): string {
  return parts.filter(Boolean).join(' ')
}
