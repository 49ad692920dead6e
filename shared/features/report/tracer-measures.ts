import { answeredStatuses, type Measure, passed, workingStatuses } from './measure-type.ts'

/** The eight lines of the tracer study at one month, and figures derived from them. */
export function tracerOf<Month extends 3 | 6 | 12>(month: Month) {
  const status = `status${month}` as const
  const relevant = `relevant${month}` as const
  const line = (
    label: string,
    statuses: readonly string[],
    definition: string,
    relevance?: readonly number[],
  ): Measure => ({
    label: `${label}, ${month} bulan`,
    unit: 'orang',
    fact: 'enrolment',
    where: { ...passed, [status]: statuses, ...(relevance ? { [relevant]: relevance } : {}) },
    due: month,
    definition,
  })
  const of = `Lulusan yang sudah ${month} bulan sejak sidang`
  return {
    [`due${month}`]: {
      label: `Lulusan yang sudah ${month} bulan`,
      unit: 'orang',
      fact: 'enrolment',
      where: passed,
      due: month,
      definition: `${of}.`,
    },
    [`employedFitting${month}`]: line(
      'Bekerja, sesuai kejuruan',
      ['EMPLOYED'],
      `${of} dan bekerja sesuai kejuruannya.`,
      [1],
    ),
    [`employedOther${month}`]: line(
      'Bekerja, tidak sesuai',
      ['EMPLOYED'],
      `${of} dan bekerja di luar kejuruannya atau kesesuaiannya tidak ditanyakan.`,
      [0],
    ),
    [`selfFitting${month}`]: line(
      'Wirausaha, sesuai kejuruan',
      ['SELF_EMPLOYED'],
      `${of} dan berwirausaha sesuai kejuruannya.`,
      [1],
    ),
    [`selfOther${month}`]: line(
      'Wirausaha, tidak sesuai',
      ['SELF_EMPLOYED'],
      `${of} dan berwirausaha di luar kejuruannya atau kesesuaiannya tidak ditanyakan.`,
      [0],
    ),
    [`seeking${month}`]: line('Belum bekerja, mencari', ['NOT_WORKING'], `${of}, belum bekerja dan mencari kerja.`),
    [`homemaking${month}`]: line(
      'Belum bekerja, mengurus rumah tangga',
      ['HOMEMAKING'],
      `${of} dan mengurus rumah tangga.`,
    ),
    [`studying${month}`]: line(
      'Sekolah / pelatihan lanjutan',
      ['STUDYING'],
      `${of} dan bersekolah atau ikut pelatihan lanjutan.`,
    ),
    [`unreached${month}`]: line('Tidak terhubungi', ['UNREACHED'], `${of} dan tidak terhubungi.`),
    [`traced${month}`]: line('Terlacak', answeredStatuses, `${of} dan menjawab.`),
    [`placed${month}`]: line('Bekerja atau wirausaha', workingStatuses, `${of} dan bekerja atau berwirausaha.`),
  } as Record<`${TracerLine}${Month}`, Measure>
}

export const tracerLines = [
  'employedFitting',
  'employedOther',
  'selfFitting',
  'selfOther',
  'seeking',
  'homemaking',
  'studying',
  'unreached',
] as const
type TracerLine = 'due' | 'traced' | 'placed' | (typeof tracerLines)[number]
