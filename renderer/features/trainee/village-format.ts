/** 'Kel. Jatiuwung, Kec. Cibodas': never the kelurahan alone, because ten of them bear the name of another kecamatan. */
export function formatVillage(village: string, district: string): string {
  return `Kel. ${village}, Kec. ${district}`
}
