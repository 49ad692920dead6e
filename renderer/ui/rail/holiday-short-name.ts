const shorter: readonly [RegExp, string][] = [
  [/\s*\(.*?\)/g, ''],
  [/Hari (Raya|Suci) /g, ''],
  [/^Hari /, ''],
  [/Idul Fitri.*/, 'Lebaran'],
  [/(Kelahiran Yesus Kristus.*|.*Natal.*)/, 'Natal'],
  [/Tahun Baru Imlek.*/, 'Imlek'],
  [/.*Tahun Baru Islam.*/, '1 Muharam'],
  [/(Nyepi|Waisak|Idul Adha|Isra Mikraj|Maulid) .*/, '$1'],
  [/Pemungutan [Ss]uara /, ''],
  [/(Wafat|Kenaikan|Kebangkitan) .*/, '$1'],
  [/Proklamasi .*/, 'HUT RI'],
  [/Buruh Internasional/, 'Buruh'],
  [/Lahir Pancasila/, 'Pancasila'],
  [/^Tahun Baru.*/, 'Th. Baru'],
]

/** A holiday's name as short as staff say it; an unknown name stays and is cut by the cell. */
export function holidayShortName(name: string): string {
  return shorter.reduce((text, [pattern, words]) => text.replace(pattern, words), name).trim()
}
