import type { OperationGroup } from '../../../shared/features/access/access-matrix.ts'
import { api, useRead } from '../../app/client.ts'
import { useMayRun } from '../../ui/action/action.ts'
import type { PageTab } from '../../ui/page/page-tabs.tsx'

type TabKey = 'year' | 'money' | 'results' | 'follow-up' | 'aid' | 'official' | 'saved'

const tabs: readonly { key: TabKey; label: string; path: string; needs?: OperationGroup }[] = [
  { key: 'year', label: 'Tahun', path: '/laporan' },
  { key: 'money', label: 'Realisasi dana', path: '/laporan/dana', needs: 'money.see' },
  { key: 'results', label: 'Hasil per kejuruan', path: '/laporan/hasil' },
  { key: 'follow-up', label: 'Penelusuran lulusan', path: '/laporan/penelusuran', needs: 'report.names' },
  { key: 'aid', label: 'Modal kerja', path: '/laporan/modal-kerja', needs: 'money.see' },
  { key: 'official', label: 'Laporan resmi', path: '/laporan/resmi' },
  { key: 'saved', label: 'Laporan tersimpan', path: '/laporan/tersimpan' },
]

/** The pages of Laporan. */
export function useReportTabs(active: TabKey): PageTab[] {
  const mayRun = useMayRun()
  const saved = useRead(api.report.saved, {})
  return tabs.filter(mayRun).map(({ key, label, path }) => ({
    label,
    path,
    active: key === active,
    ...(key === 'saved' && saved.data && saved.data.length > 0 ? { count: String(saved.data.length) } : {}),
  }))
}
