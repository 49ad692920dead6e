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
  return textOf(level)
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map(line => {
      // Plain lines 'code,parent,name', without a parent at the top; a name with a comma stands in quotes. Cut by hand, because
      // 83,000 arrays of pieces would double the memory that the table takes.
      const afterCode = line.indexOf(',')
      const afterParent = level === 'provinces' ? afterCode : line.indexOf(',', afterCode + 1)
      const name = line.slice(afterParent + 1)
      return {
        code: line.slice(0, afterCode),
        parent: line.slice(afterCode + 1, Math.max(afterParent, afterCode + 1)),
        name: name.startsWith('"') ? name.replace(/^"|"$/g, '') : name,
      }
    })
}

function textOf(level: RegionLevel): string {
  // Beside the bundle lies the packed table; sources that run as they are read it from its package.
  const packed = fileURLToPath(new URL(`../regions/${packedRegionName(level)}`, import.meta.url))
  return existsSync(packed)
    ? brotliDecompressSync(readFileSync(packed)).toString('utf8')
    : readFileSync(regionFile(level), 'utf8')
}
