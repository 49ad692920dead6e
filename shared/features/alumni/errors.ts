import { longDate, type PlainDate } from '../../kernel/plain-date.ts'
import { type AidState, aidLabels } from './aid.ts'

export const alumniErrors = {
  collected_already: ({ number, date }: { number: string; date: PlainDate }) =>
    `${number} sudah diambil ${longDate(date)}.`,
  not_collected: ({ number }: { number: string }) => `${number} belum diambil. Muat ulang halaman.`,
  follow_up_not_due: ({ name, month, due }: { name: string; month: number; due: PlainDate }) =>
    `${name} baru dihubungi untuk ${month} bulan mulai ${longDate(due)}.`,
  graduates_in_use: ({ followed, aided }: { followed: number; aided: number }) =>
    `Sidang tidak dapat dibuka kembali: kabar ${followed} lulusan dan modal kerja ${aided} orang sudah dicatat.`,
  village_has_aid: ({ village, year, name }: { village: string; year: number; name: string }) =>
    `Kelurahan ${village} sudah punya usulan modal kerja ${year}: ${name}. Satu orang per kelurahan.`,
  aid_given_already: ({ name, year }: { name: string; year: number }) =>
    `${name} sudah punya modal kerja tahun anggaran ${year}.`,
  aid_without_village: ({ name }: { name: string }) => `Kelurahan ${name} belum diisi. Lengkapi datanya dulu.`,
  aid_date_before: ({ date, before }: { date: PlainDate; before: PlainDate }) =>
    `${longDate(date)} lebih awal dari langkah sebelumnya, ${longDate(before)}. Periksa tanggalnya.`,
  aid_step_impossible: ({ name, from, to }: { name: string; from: AidState; to: AidState }) =>
    `Modal kerja ${name} ${aidLabels[from].toLowerCase()}, jadi tidak dapat menjadi ${aidLabels[to].toLowerCase()}. Muat ulang halaman.`,
}

export const alumniEntities = {
  graduate: 'Lulusan',
  aid: 'Modal kerja',
}
