import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { databaseFacts } from '../../backend/database/table-digests.ts'

export type Damage = 'flip' | 'truncate'
/** 'harmless': every row is unchanged, because the bit was in an unused place. */
export type Seen = 'found' | 'harmless' | 'missed'

/** Bytes of a file with one bit flipped, or without its end. */
function harmed(bytes: Buffer, harm: Damage): Buffer {
  if (harm === 'truncate') return bytes.subarray(0, Math.floor(Math.random() * bytes.length))
  const copy = Buffer.from(bytes)
  const place = Math.floor(Math.random() * copy.length)
  copy[place] = (copy[place] ?? 0) ^ (1 << Math.floor(Math.random() * 8))
  return copy
}

/** Damages one file of a folder, checks whether that is noticed, and restores all files of the folder. */
export async function damageFile(
  target: string,
  kept: readonly string[],
  harm: Damage,
  isSound: () => Promise<boolean>,
  database: string | null,
): Promise<Seen> {
  const aside = mkdtempSync(join(dirname(target), 'utuh-'))
  for (const file of kept) if (existsSync(file)) copyFileSync(file, join(aside, basename(file)))
  try {
    const before = database && rowsOf(database)
    restore(kept, aside)
    writeFileSync(target, harmed(readFileSync(target), harm))
    if (!(await isSound())) return 'found'
    return database && rowsOf(database) === before ? 'harmless' : 'missed'
  } finally {
    restore(kept, aside)
    rmSync(aside, { recursive: true })
  }
}

function restore(kept: readonly string[], aside: string): void {
  for (const file of kept) {
    const copy = join(aside, basename(file))
    if (existsSync(copy)) copyFileSync(copy, file)
    else rmSync(file, { force: true })
  }
}

function rowsOf(database: string): string {
  return JSON.stringify(databaseFacts(database))
}
