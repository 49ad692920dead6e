import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliDecompressSync } from 'node:zlib'

type Region = { code: string; parent: string; name: string }

export const regionLevels = ['provinces', 'regencies', 'districts', 'villages'] as const
type RegionLevel = (typeof regionLevels)[number]

/** Where a level lies in its package. */
export function regionFile(level: RegionLevel): string {
  const folder = dirname(createRequire(import.meta.url).resolve('idn-area-data/package.json'))
  return join(folder, 'data', `${level}.csv`)
}

/** 'villages.csv.br', as the built program carries it. */
export function packedRegionName(level: RegionLevel): string {
  return `${level}.csv.br`
}

/** One level of the Kemendagri table; codes with dots: '36', '36.71', '36.71.13', '36.71.13.1001'. */
export function readRegions(level: RegionLevel): Region[] {
  return textOf(level).trim().split(/\r?\n/).slice(1).map(regionOf)
}

/**
 * The region of a code, without taking the table apart: 83,000 kelurahan are 30 MB as objects, and most are never named. The lines stand in
 * the order of their codes.
 */
export function findRegion(level: RegionLevel, code: string): Region | undefined {
  const text = keptText(level)
  // A line begins at `from` or later, and before `until`.
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

/** Those whose codes begin with this one, which has no dot at its end; they stand together. */
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
 * Plain lines 'code,parent,name', without a parent at the top; a name with a comma stands in quotes. Cut by hand, because 83,000 arrays of
 * pieces would double the memory that the table takes.
 */
function regionOf(line: string): Region {
  const afterCode = line.indexOf(',')
  // A code of a province has no dot, and its line no parent.
  const afterParent = line.lastIndexOf('.', afterCode) < 0 ? afterCode : line.indexOf(',', afterCode + 1)
  const name = line.slice(afterParent + 1)
  return {
    code: line.slice(0, afterCode),
    parent: line.slice(afterCode + 1, Math.max(afterParent, afterCode + 1)),
    name: name.startsWith('"') ? name.replace(/^"|"$/g, '') : name,
  }
}

function textOf(level: RegionLevel): string {
  // Beside the bundle lies the packed table; sources that run as they are read it from its package.
  const packed = fileURLToPath(new URL(`../regions/${packedRegionName(level)}`, import.meta.url))
  return existsSync(packed)
    ? brotliDecompressSync(readFileSync(packed)).toString('utf8')
    : readFileSync(regionFile(level), 'utf8')
}
