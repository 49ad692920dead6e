import type { PlainDate } from '../../../shared/kernel/plain-date.ts'

export function lateHolidayPath(date?: PlainDate, action: 'add' | 'withdraw' = 'add'): string {
  const search = [...(date ? [`tanggal=${date}`] : []), ...(action === 'withdraw' ? ['tindakan=cabut'] : [])].join('&')
  return `/kalender/libur-susulan${search ? `?${search}` : ''}`
}
