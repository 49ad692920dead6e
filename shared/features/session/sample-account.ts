/** Who does everything in samples, the demo and the practice centre, alone and with all roles; whoever practises signs in with the same password. */
export const sampleAccount = { name: 'Wulan Sari', password: 'balai latihan' }
