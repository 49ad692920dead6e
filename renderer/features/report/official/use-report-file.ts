import type { FundingSource } from '../../../../shared/features/activity/funding-source.ts'
import { type FigureKey, isNamed, type ReportKey } from '../../../../shared/features/report/official.ts'
import type { Period } from '../../../../shared/features/report/period.ts'
import { api } from '../../../app/client.ts'
import { useFileCommand } from '../../../app/file/use-file-command.ts'

type Request = { key: ReportKey; period: Period; fundingSource: FundingSource | null; format: 'xlsx' | 'pdf' | 'csv' }

/** Makes the file of an official report and saves it. */
export function useReportFile() {
  return useFileCommand<Request>({
    call: async ({ key, ...rest }) => {
      const request = { ...rest, size: null }
      const made = isNamed(key)
        ? await api.report.fileNames.call({ key, ...request })
        : await api.report.file.call({ key: key as FigureKey, ...request })
      return made.file as File
    },
  })
}
