import { shortDay } from '../../kernel/plain-date.ts'
import { isTradeCode, tradeName } from '../program/trades.ts'
import type { NearestWay, TakenBy, UnplacedReason } from './program-request.ts'

type NameOf = (instructorId: number) => string

/** Why classes of a line could not be placed, as a sentence with figures. */
export function formatUnplaced(reason: UnplacedReason, nameOf: NameOf): string {
  switch (reason.code) {
    case 'window_too_short':
      return `Hanya ${reason.workingDays} hari kerja di antara kedua tanggal, perlu ${reason.needed}.`
    case 'no_holiday_table':
      return `Kalender ${reason.years.join(' dan ')} belum ada.`
    case 'crosses_budget_year':
      return `Ada ${reason.workingDays} hari kerja, tetapi tidak ${reason.needed} berturut-turut dalam satu tahun anggaran.`
    case 'other_budget_year':
      return `Kegiatannya di tahun anggaran ${reason.year}; di antara kedua tanggal tidak ada kelas yang mulai di tahun itu.`
    case 'no_room_for_trade':
      return `Tidak ada ruang untuk ${trade(reason.trade)}.`
    case 'no_room_big_enough':
      return `Tidak ada ruang untuk ${reason.trainees} peserta, yang terbesar ${reason.largest} kursi.`
    case 'no_licensed_instructor':
      return reason.closest
        ? `Tidak ada instruktur yang sah untuk ${trade(reason.trade)} pada lima belas hari berturut-turut; ${nameOf(reason.closest.instructorId)} sah pada ${reason.closest.days} dari ${reason.closest.of} hari kerja${reason.closest.until ? `, terakhir ${day(reason.closest.until)}` : ''}.`
        : `Tidak ada instruktur dengan sertifikat yang berlaku untuk ${trade(reason.trade)}.`
    case 'rooms_taken':
      return `${reason.rooms === 1 ? 'Ruang yang cocok terpakai' : `Semua ${reason.rooms} ruang yang cocok terpakai`} ${by(reason.by)}${until(reason.freeFrom)}.`
    case 'instructors_taken':
      return `${reason.instructors === 1 ? 'Satu-satunya instruktur yang sah' : `Semua ${reason.instructors} instruktur yang sah`} mengajar atau cuti ${by(reason.by)}${until(reason.freeFrom)}.`
    case 'never_together':
      return `Ruang dan instruktur tidak pernah kosong bersamaan selama lima belas hari kerja ${by(reason.by)}.`
    case 'not_found_in_time':
      return 'Belum ditemukan dalam waktu yang ada; mungkin saja masih bisa.'
  }
}

/** The alternative, as text of a suggestion. */
export function formatNearest(way: NearestWay, nameOf: NameOf): string {
  switch (way.kind) {
    case 'later':
      return `Bisa ${day(way.start)} s.d. ${day(way.end)}: mundurkan batas akhir.`
    case 'across_years':
      return `Bisa ${day(way.start)} s.d. ${day(way.end)}, melewati 31 Desember.`
    case 'fewer_trainees':
      return `Bisa dengan ${way.trainees} peserta, mulai ${day(way.start)}.`
    case 'renewal':
      return `Bisa mulai ${day(way.start)} bila sertifikat ${nameOf(way.instructorId)} diperpanjang sampai ${day(way.end)}.`
  }
}

function by(who: TakenBy): string {
  return who === 'bookings' ? 'oleh kelas yang sudah ada' : 'bila angkatan lain dari usul ini diterima'
}

function until(freeFrom: Extract<UnplacedReason, { code: 'rooms_taken' }>['freeFrom']): string {
  return freeFrom === null ? '' : `, kosong lagi mulai ${day(freeFrom)}`
}

const day = (date: Parameters<typeof shortDay>[0]) => shortDay(date, { year: true })

function trade(code: string): string {
  return isTradeCode(code) ? tradeName(code) : code
}
