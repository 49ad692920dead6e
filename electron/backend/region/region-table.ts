import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliDecompressSync } from 'node:zlib'

type Region = { code: string; parent: string; name: string }

export const regionLevels = ['provinces', 'regencies', 'districts', 'villages'] as const
type RegionLevel = (typeof regionLevels)[number]

/** Path of a level in its package. */
export function regionFile(level: RegionLevel): string {
  const folder = dirname(createRequire(import.meta.url).resolve('idn-area-data/package.json'))
  return join(folder, 'data', `${level}.csv`)
}

/** 'villages.csv.br', the name in the built program. */
export function packedRegionName(level: RegionLevel): string {
  return `${level}.csv.br`
}

/** One level of the Kemendagri table. Codes have dots: '36', '36.71', '36.71.13', '36.71.13.1001'. */
export function readRegions(level: RegionLevel): Region[] {
  return textOf(level).trim().split(/\r?\n/).slice(1).map(regionOf)
}

/** The region of a code, without parsing the table: 83,000 kelurahan are 30 MB as objects, and most are never used. The lines are sorted by code. */
export function findRegion(level: RegionLevel, code: string): Region | undefined {
  const text = keptText(level)
  // Binary search: the line begins at `from` or later, and before `until`.
  let [from, until] = [text.indexOf('\n') + 1, text.length]
  while (from < until) {
    const start = text.lastIndexOf('\n', Math.max(0, Math.floor((from + until) / 2) - 1)) + 1
    const end = text.indexOf('\n', start)
    const line = text.slice(start, end < 0 ? text.length : end).trimEnd()
    const here = line.slice(0, line.indexOf(','))
    if (here === code) return regionOf(line)
    if (here < code) from = end < 0 ? text.length : end + 1
    else until = start
  }
  return undefined
}

/** Regions whose codes begin with this one (without a dot at the end); they are consecutive lines. */
export function regionsWithin(level: RegionLevel, code: string): Region[] {
  const text = keptText(level)
  const found: Region[] = []
  for (let start = text.indexOf(`\n${code}.`) + 1; start > 0 && text.startsWith(`${code}.`, start); ) {
    const end = text.indexOf('\n', start)
    found.push(regionOf(text.slice(start, end < 0 ? text.length : end).trimEnd()))
    if (end < 0) break
    start = end + 1
  }
  return found
}

const texts = new Map<RegionLevel, string>()

function keptText(level: RegionLevel): string {
  const text = texts.get(level) ?? textOf(level)
  texts.set(level, text)
  return text
}

/**
 * Parses a line 'code,parent,name', without a parent at the top; a name with a comma is in quotes. Parsed by hand, because 83,000 arrays of parts
 * would double the memory of the table.
 */
function regionOf(line: string): Region {
  const afterCode = line.indexOf(',')
  // The code of a province has no dot, and its line has no parent.
  const afterParent = line.lastIndexOf('.', afterCode) < 0 ? afterCode : line.indexOf(',', afterCode + 1)
  const name = line.slice(afterParent + 1)
  return {
    code: line.slice(0, afterCode),
    parent: line.slice(afterCode + 1, Math.max(afterParent, afterCode + 1)),
    name: name.startsWith('"') ? name.replace(/^"|"$/g, '') : name,
  }
}

function textOf(level: RegionLevel): string {
  // The built program has the packed table beside the bundle; when running from sources it is in its package.
  const packed = fileURLToPath(new URL(`../regions/${packedRegionName(level)}`, import.meta.url))
  return existsSync(packed)
    ? brotliDecompressSync(readFileSync(packed)).toString('utf8')
    : readFileSync(regionFile(level), 'utf8')
}
