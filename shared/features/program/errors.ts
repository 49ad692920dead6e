export const programEntities = {
  program: 'Program',
  room: 'Ruang',
  unit: 'Unit kompetensi',
}
