/** A statement that writes one row, and the names of its values. */
export type RowStatement = { sql: string; names: readonly string[] }

type Pair = { column: string; name: string }

/** 'trainee_id, recorded_at: at': each column with the name of its value. */
function pairsOf(columns: string): Pair[] {
  return columns.split(',').map(one => {
    const [column = '', named] = one.trim().split(/:\s*/)
    return { column, name: named ?? column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()) }
  })
}

const assigned = (pairs: readonly Pair[]) => pairs.map(({ column, name }) => `${column} = @${name}`).join(', ')

function inserted(table: string, pairs: readonly Pair[]): string {
  const [columns, values] = [pairs.map(pair => pair.column), pairs.map(pair => `@${pair.name}`)]
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${values.join(', ')})`
}

/** Caches composed statements, because an import writes tens of thousands of rows with the same one. */
function remembered(compose: (...parts: string[]) => { sql: string; pairs: Pair[] }) {
  const known = new Map<string, RowStatement>()
  return (...parts: string[]): RowStatement => {
    const key = parts.join('|')
    const found = known.get(key)
    if (found) return found
    const { sql, pairs } = compose(...parts)
    const made = { sql, names: pairs.map(pair => pair.name) }
    known.set(key, made)
    return made
  }
}

export const insertStatement = remembered((table = '', columns = '') => {
  const pairs = pairsOf(columns)
  return { sql: inserted(table, pairs), pairs }
})

/** Inserts a row, or updates the one with this key. */
export const upsertStatement = remembered((table = '', key = '', columns = '') => {
  const [keys, others] = [pairsOf(key), pairsOf(columns)]
  const pairs = [...keys, ...others]
  const changes = others.map(({ column }) => `${column} = excluded.${column}`).join(', ')
  const conflict = keys.map(pair => pair.column).join(', ')
  return { sql: `${inserted(table, pairs)} ON CONFLICT (${conflict}) DO UPDATE SET ${changes}`, pairs }
})

export const updateStatement = remembered((table = '', columns = '', key = 'id') => {
  const [changed, keys] = [pairsOf(columns), pairsOf(key)]
  return { sql: `UPDATE ${table} SET ${assigned(changed)} WHERE ${assigned(keys)}`, pairs: [...changed, ...keys] }
})
