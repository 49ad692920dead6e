import { type FundingSource, isFundingSource } from '../../../shared/features/activity/funding-source.ts'

/** Period and source from the address of a report page; invalid values are left out. */
export function periodSearch(search: Record<string, unknown>): {
  dari?: string
  sampai?: string
  sumber?: FundingSource
} {
  return {
    ...(typeof search.dari === 'string' ? { dari: search.dari } : {}),
    ...(typeof search.sampai === 'string' ? { sampai: search.sampai } : {}),
    ...(isFundingSource(search.sumber) ? { sumber: search.sumber } : {}),
  }
}
