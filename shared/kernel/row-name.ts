type NumberedRow = { readonly name: string; readonly position: number }

/** The name of a row in a grid, unique: people with the same name get their number in the list, 'Siti Aminah (no. 5)'. */
export function rowName({ name, position }: NumberedRow, rows: readonly NumberedRow[]): string {
  const isShared = rows.some(other => other.name === name && other.position !== position)
  return isShared ? `${name} (no. ${position})` : name
}
