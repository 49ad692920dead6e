import { type DesignFace, designFaces } from '../../../shared/features/certificate-design/design.ts'

const names: Record<DesignFace, string> = {
  arimo: 'Arimo',
  'arimo-bold': 'Arimo tebal',
  'arimo-italic': 'Arimo miring',
  'arimo-bold-italic': 'Arimo tebal miring',
  garamond: 'EB Garamond',
  'garamond-medium': 'EB Garamond sedang',
  'garamond-semibold': 'EB Garamond tebal',
  'garamond-italic': 'EB Garamond miring',
  cinzel: 'Cinzel (judul)',
  'source-serif': 'Source Serif',
  'source-serif-semibold': 'Source Serif tebal',
  'source-sans': 'Source Sans',
  'source-sans-semibold': 'Source Sans tebal',
  'source-sans-italic': 'Source Sans miring',
  tinos: 'Tinos',
  'tinos-bold': 'Tinos tebal',
}

export const faceOptions = designFaces.map(face => ({ value: face, label: names[face] }))
