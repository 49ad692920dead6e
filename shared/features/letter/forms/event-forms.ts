import { dateField, type LetterField, type LetterForm, numberField, officerField } from '../letter-form.ts'
import { letterHead, letterTo } from './office-letter-parts.ts'

const fields: readonly LetterField[] = [
  numberField,
  dateField,
  { key: 'heldOn', kind: 'date', label: 'Tanggal acara' },
  { key: 'time', kind: 'time', label: 'Pukul' },
  { key: 'place', kind: 'line', label: 'Tempat' },
  officerField,
]

function eventInvitation(what: 'Pembukaan' | 'Penutupan'): LetterForm {
  const verb = what === 'Pembukaan' ? 'akan dilaksanakannya' : 'akan berakhirnya'
  return {
    tokens: ['centre', 'class', 'people', 'letter', 'event'],
    fields,
    parts: [
      letterHead(`Sifat : Biasa\nLampiran : –\nHal : Undangan ${what} Pelatihan`),
      letterTo('Yth. Bapak/Ibu/Saudara undangan\ndi Tempat'),
      {
        key: 'pembuka',
        label: 'Kalimat pembuka',
        kind: 'text',
        builtIn: `Dengan hormat, sehubungan dengan ${verb} Pelatihan Berbasis Kompetensi {pelatihan} {angkatan} Tahun {tahun} pada tanggal {tanggal_mulai} sampai dengan {tanggal_selesai}, kami mengundang Bapak/Ibu/Saudara menghadiri:`,
      },
      {
        key: 'acara',
        label: 'Acara',
        lines: 8,
        longest: 300,
        hint: 'Sebaris “label : isi”.',
        kind: 'rows',
        builtIn: `Hari, tanggal : {hari_acara}\nWaktu : pukul {waktu_acara} s.d. selesai\nTempat : {tempat_acara}\nAcara : ${what} pelatihan, {jumlah_peserta} ({jumlah_peserta_terbilang}) peserta`,
      },
      {
        key: 'penutup',
        label: 'Kalimat penutup',
        kind: 'text',
        builtIn: 'Atas perhatian dan kehadiran Bapak/Ibu/Saudara kami sampaikan terima kasih.',
      },
      {
        key: 'tembusan',
        label: 'Tembusan',
        hint: 'Boleh kosong.',
        lines: 10,
        longest: 150,
        kind: 'points',
        optional: true,
        builtIn: '',
      },
    ],
  }
}

export const openingInvitation = eventInvitation('Pembukaan')
export const closingInvitation = eventInvitation('Penutupan')
