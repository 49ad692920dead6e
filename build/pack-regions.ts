import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { packedRegionName, regionFile, regionLevels } from '../electron/backend/region/region-table.ts'

/** Compresses the table of regions into out/regions: 3 MB become less than 1 MB. */
export function packRegions(root: string): void {
  const folder = join(root, 'out/regions')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const level of regionLevels) {
    const bytes = readFileSync(regionFile(level))
    const params = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
    writeFileSync(join(folder, packedRegionName(level)), brotliCompressSync(bytes, { params }))
  }
}
