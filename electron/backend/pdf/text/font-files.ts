/** The fonts of the papers, each in its package below @expo-google-fonts. */
export const fontFiles = {
  arimo: 'arimo/400Regular/Arimo_400Regular.ttf',
  'arimo-bold': 'arimo/700Bold/Arimo_700Bold.ttf',
  'arimo-italic': 'arimo/400Regular_Italic/Arimo_400Regular_Italic.ttf',
  'arimo-bold-italic': 'arimo/700Bold_Italic/Arimo_700Bold_Italic.ttf',
  garamond: 'eb-garamond/400Regular/EBGaramond_400Regular.ttf',
  'garamond-medium': 'eb-garamond/500Medium/EBGaramond_500Medium.ttf',
  'garamond-semibold': 'eb-garamond/600SemiBold/EBGaramond_600SemiBold.ttf',
  'garamond-italic': 'eb-garamond/400Regular_Italic/EBGaramond_400Regular_Italic.ttf',
  cinzel: 'cinzel/600SemiBold/Cinzel_600SemiBold.ttf',
  'source-serif': 'source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  'source-serif-semibold': 'source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
  'source-sans': 'source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  'source-sans-semibold': 'source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  'source-sans-italic': 'source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
  tinos: 'tinos/400Regular/Tinos_400Regular.ttf',
  'tinos-bold': 'tinos/700Bold/Tinos_700Bold.ttf',
} as const

/** 'arimo/400Regular/Arimo_400Regular.ttf' → 'Arimo_400Regular.ttf.br', the name in the built program. */
export function packedFontName(file: string): string {
  return `${file.slice(file.lastIndexOf('/') + 1)}.br`
}
