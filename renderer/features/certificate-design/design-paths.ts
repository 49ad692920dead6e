import type { DesignId } from '../../../shared/ids.ts'

export const designsPath = '/sertifikat/rancangan'

export function designPath(id: DesignId): string {
  return `${designsPath}/${id}`
}
