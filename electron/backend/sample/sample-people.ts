import { noDetails } from '../../../shared/features/trainee/details.ts'
import type { Education, TraineeDraft } from '../../../shared/features/trainee/trainee.ts'
import type { PlainDate } from '../../../shared/kernel/plain-date.ts'
import { villagesNamed } from '../region/villages.ts'

export type SamplePerson = {
  nik: string
  name: string
  birthPlace: string
  birthDate: PlainDate
  sex: 'L' | 'P'
  address: string
  neighbourhood: string
  hamlet: string
  village: string
  district: string
  phone: string
  education: Education
}

/** The draft that the form of a person would send. */
export function personDraft({ village, district, ...person }: SamplePerson): TraineeDraft {
  const place = villagesNamed(village).find(hit => hit.village === village && hit.district === district)
  return { ...noDetails, ...person, familyCard: '', villageCode: place?.code ?? null }
}

const districtCodes: Record<string, string> = {
  Tangerang: '367101',
  Jatiuwung: '367102',
  Batuceper: '367103',
  Benda: '367104',
  Cipondoh: '367105',
  Ciledug: '367106',
  Karawaci: '367107',
  Periuk: '367108',
  Cibodas: '367109',
  Neglasari: '367110',
  Pinang: '367111',
  'Karang Tengah': '367112',
  Larangan: '367113',
}

/**
 * Fictional people: 'name | sex | born | kelurahan | kecamatan | education'. NIK, address and telephone are made from these, so that number, birth
 * date and sex always agree. The serial 9xxx and the telephone 0800-… belong to no real person.
 */
function people(rows: readonly string[], first: number): SamplePerson[] {
  return rows.map((row, index) => {
    const [name = '', sex = '', born = '', village = '', district = '', education = ''] = row
      .split('|')
      .map(part => part.trim())
    const birthDate = born as PlainDate
    const day = Number(born.slice(8)) + (sex === 'P' ? 40 : 0)
    const serial = 9000 + first + index
    return {
      nik: `${districtCodes[district]}${String(day).padStart(2, '0')}${born.slice(5, 7)}${born.slice(2, 4)}${serial}`,
      name,
      birthPlace: index % 4 === 3 ? 'Jakarta' : 'Tangerang',
      birthDate,
      sex: sex === 'P' ? 'P' : 'L',
      address: `Kp. Contoh Gg. ${index + 1} No. ${((index * 7) % 60) + 1}`,
      neighbourhood: String((index % 9) + 1).padStart(3, '0'),
      hamlet: String((index % 6) + 1).padStart(3, '0'),
      village,
      district,
      phone: `62800${String(90000000 + serial * 13).slice(0, 8)}`,
      education: education as Education,
    }
  })
}

export const tataRiasPeople = people(
  [
    'Ani Suryani | P | 1994-03-17 | Cikokol | Tangerang | SMA',
    'Dewi Lestari | P | 1991-08-02 | Karawaci Baru | Karawaci | SMP',
    'Eka Puspitasari | P | 1997-11-25 | Cibodas Sari | Cibodas | SMK',
    'Fitri Handayani | P | 1989-06-09 | Neroktog | Pinang | SMA',
    'Halimah | P | 1985-01-30 | Selapajang Jaya | Neglasari | SD',
    'Indah Permatasari | P | 2001-04-12 | Poris Plawad | Cipondoh | SMA',
    'Kartini | P | 1983-04-21 | Gembor | Periuk | SD',
    'Lina Marlina | P | 1995-12-05 | Kreo Selatan | Larangan | SMP',
    'Maya Anggraini | P | 1999-02-14 | Batu Sari | Batuceper | SMK',
    'Nurhayati | P | 1987-09-28 | Jurumudi Baru | Benda | SMP',
    'Putri Ramadhani | P | 2002-10-31 | Sudimara Barat | Ciledug | SMA',
    'Ratna Dewi Kusumaningrum | P | 1990-07-19 | Karang Mulya | Karang Tengah | SMA',
    'Siti Rahayu | P | 1996-05-12 | Larangan Utara | Larangan | SMA',
    'Sri Wahyuni | P | 1992-02-29 | Pasir Jaya | Jatiuwung | SMP',
    'Wati | P | 1988-08-17 | Kedaung Wetan | Neglasari | SD',
    'Yuni Kartika | P | 1998-06-23 | Sukasari | Tangerang | SMK',
  ],
  1,
)

export const tataBogaPeople = people(
  [
    'Aminah | P | 1986-02-11 | Bugel | Karawaci | SD',
    'Bambang Irawan | L | 1984-05-06 | Kenanga | Cipondoh | SMA',
    'Citra Ayu Lestari | P | 2000-09-15 | Cipadu Jaya | Larangan | SMA',
    'Dedi Kurniawan | L | 1993-12-20 | Gebang Raya | Periuk | SMK',
    'Endang Sulastri | P | 1982-03-03 | Panunggangan | Pinang | SMP',
    'Farida Yasmin | P | 1995-10-10 | Pondok Bahar | Karang Tengah | SMA',
    "Hani Nur'aini | P | 1999-01-08 | Tanah Tinggi | Tangerang | SMK",
    'Imas Masitoh | P | 1990-06-27 | Kebon Besar | Batuceper | SMP',
    'Juwita | P | 1997-04-04 | Belendung | Benda | SMA',
    'Komariah | P | 1981-11-19 | Mekar Sari | Neglasari | SD',
    'Laila Fitriani | P | 2003-08-24 | Tajur | Ciledug | SMA',
    'Mulyati | P | 1988-07-07 | Uwung Jaya | Cibodas | SMP',
    'Neneng Hasanah | P | 1992-05-30 | Manis Jaya | Jatiuwung | SMP',
    'Oom Komala | P | 1985-09-09 | Nusa Jaya | Karawaci | SD',
    'Rohmah | P | 1994-02-18 | Petir | Cipondoh | SMA',
    'Susilawati | P | 1996-12-12 | Gaga | Larangan | SMK',
  ],
  101,
)

export const servisMotorPeople = people(
  [
    'Agus Setiawan | L | 1998-01-21 | Alam Jaya | Jatiuwung | SMK',
    'Andi Saputra | L | 2001-07-13 | Cimone | Karawaci | SMK',
    'Budi Hartono | L | 1995-03-26 | Sangiang Jaya | Periuk | SMA',
    'Candra Wijaya | L | 1999-10-02 | Cibodas Baru | Cibodas | SMA',
    'Dani Ramdani | L | 2002-05-18 | Poris Gaga | Batuceper | SMK',
    'Eko Prasetyo | L | 1993-08-08 | Cipete | Pinang | SMP',
    'Fajar Nugraha | L | 2000-12-01 | Gondrong | Cipondoh | SMA',
    'Hendra Gunadi | L | 1989-04-15 | Parung Serab | Ciledug | SMP',
    'Irfan Maulana | L | 2003-02-22 | Karang Timur | Karang Tengah | SMK',
    'Joko Susilo | L | 1991-06-14 | Pajang | Benda | SMP',
    'Komarudin | L | 1986-09-23 | Karang Sari | Neglasari | SD',
    'Lukman Hakim | L | 1997-11-11 | Cipadu | Larangan | SMA',
    'Muhammad Rizki | L | 2004-01-05 | Babakan | Tangerang | SMK',
    'Nanang Suryana | L | 1994-07-29 | Pabuaran | Karawaci | SMP',
    'Rahmat Hidayat | L | 1990-10-17 | Kunciran | Pinang | SMA',
    'Soleh | L | 1987-05-25 | Periuk Jaya | Periuk | SD',
  ],
  201,
)
