import type { PlainDate } from '../../../shared/kernel/plain-date.ts'

export function lateHolidayPath(date?: PlainDate, act: 'add' | 'withdraw' = 'add'): string {
  const search = [...(date ? [`tanggal=${date}`] : []), ...(act === 'withdraw' ? ['tindakan=cabut'] : [])].join('&')
  return `/kalender/libur-susulan${search ? `?${search}` : ''}`
}
