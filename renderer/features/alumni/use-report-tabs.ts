import { useQuery } from '@tanstack/react-query'
import { api } from '../../app/client.ts'
import type { PageTab } from '../../ui/page/page.tsx'

const tabs = [
  { key: 'year', label: 'Tahun', path: '/laporan' },
  { key: 'money', label: 'Realisasi dana', path: '/laporan/dana' },
  { key: 'results', label: 'Hasil per kejuruan', path: '/laporan/hasil' },
  { key: 'follow-up', label: 'Penelusuran lulusan', path: '/laporan/penelusuran' },
  { key: 'aid', label: 'Modal kerja', path: '/laporan/modal-kerja' },
  { key: 'official', label: 'Laporan resmi', path: '/laporan/resmi' },
  { key: 'saved', label: 'Laporan tersimpan', path: '/laporan/tersimpan' },
] as const

/** The pages of Laporan. */
export function useReportTabs(active: (typeof tabs)[number]['key']): PageTab[] {
  const saved = useQuery(api.report.saved.queryOptions({ input: {} }))
  return tabs.map(({ key, label, path }) => ({
    label,
    path,
    active: key === active,
    ...(key === 'saved' && saved.data && saved.data.length > 0 ? { count: String(saved.data.length) } : {}),
  }))
}
