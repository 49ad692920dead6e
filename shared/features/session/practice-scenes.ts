/**
 * What the practice centre holds: three classes around today; an office on its first day; the finished class with its panel decided; with
 * its certificates issued; somebody else who may teach the running class. A task of the guide names the one that it is tried in.
 */
export const practiceScenes = ['classes', 'new', 'decided', 'issued', 'substitute'] as const
export type PracticeScene = (typeof practiceScenes)[number]
