/** One short high beep: taken. Two low ones: look at the screen. Nothing else in the program makes a sound. */
const TONES = {
  taken: [{ at: 0, hertz: 1760, seconds: 0.09 }],
  wrong: [
    { at: 0, hertz: 220, seconds: 0.22 },
    { at: 0.3, hertz: 196, seconds: 0.3 },
  ],
} as const;

export type Tone = keyof typeof TONES;

const KEY = 'komplekt.reception.sound';
const LOUDNESS = 0.25;

export const readSound = (): boolean => localStorage.getItem(KEY) !== 'off';
export const writeSound = (isOn: boolean): void => localStorage.setItem(KEY, isOn ? 'on' : 'off');

/** Makes the beeps; the device is asked for at the first one, after a key was pressed. */
export const createBeeper = (): ((tone: Tone) => void) => {
  let audio: AudioContext | null = null;
  return (tone) => {
    audio ??= new AudioContext();
    const { currentTime, destination } = audio;
    for (const { at, hertz, seconds } of TONES[tone]) {
      const source = audio.createOscillator();
      const volume = audio.createGain();
      source.type = tone === 'wrong' ? 'square' : 'sine';
      source.frequency.value = hertz;
      volume.gain.value = LOUDNESS;
      source.connect(volume).connect(destination);
      source.start(currentTime + at);
      source.stop(currentTime + at + seconds);
    }
  };
};
