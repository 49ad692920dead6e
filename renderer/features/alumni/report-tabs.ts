import type { PageTab } from '../../ui/page/page.tsx'

const tabs = [
  { key: 'year', label: 'Tahun', path: '/laporan' },
  { key: 'money', label: 'Realisasi dana', path: '/laporan/dana' },
  { key: 'results', label: 'Hasil per kejuruan', path: '/laporan/hasil' },
  { key: 'follow-up', label: 'Penelusuran lulusan', path: '/laporan/penelusuran' },
  { key: 'aid', label: 'Modal kerja', path: '/laporan/modal-kerja' },
  { key: 'official', label: 'Laporan resmi', path: '/laporan/resmi' },
] as const

/** The pages of Laporan. */
export function reportTabs(active: (typeof tabs)[number]['key']): PageTab[] {
  return tabs.map(({ key, label, path }) => ({ label, path, active: key === active }))
}
