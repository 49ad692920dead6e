/** Of a NumberInput for how far something moves: steps of half a millimetre, up to 20 either way. */
export const halfMillimetres = {
  step: 0.5,
  min: -20,
  max: 20,
  decimalScale: 1,
  decimalSeparator: ',',
  allowedDecimalSeparators: [',', '.'],
}
