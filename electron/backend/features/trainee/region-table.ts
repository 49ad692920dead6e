import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

export type Region = { code: string; parent: string; name: string }

/** One level of the Kemendagri table; codes with dots: '36', '36.71', '36.71.13', '36.71.13.1001'. */
export function readRegions(level: 'provinces' | 'regencies' | 'districts' | 'villages'): Region[] {
  const folder = dirname(createRequire(import.meta.url).resolve('idn-area-data/package.json'))
  return readFileSync(join(folder, 'data', `${level}.csv`), 'utf8')
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
