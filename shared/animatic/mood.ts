import type { Chance } from "./chance.ts";
import { pick } from "./chance.ts";

type Time = "night" | "dusk" | "day";
type Weather = "clear" | "rain" | "snow" | "fog";
export type Place =
  | "sea"
  | "forest"
  | "city"
  | "interior"
  | "desert"
  | "mountain"
  | "field"
  | "road"
  | "space";
export type Head = "bare" | "hood" | "hat" | "helmet";
export type Thing = "boat" | "car" | "train" | "house" | "lighthouse" | "dial";

/** What the words of a shot let one see. */
export interface Mood {
  readonly time: Time;
  readonly weather: Weather;
  readonly place: Place;
  /** 0: nobody; 3: several. */
  readonly people: number;
  readonly things: readonly Thing[];
  readonly birds: boolean;
  readonly head: Head;
  /** How the hair may be worn; undefined when the words do not let one guess. */
  readonly hair: "short" | "long" | undefined;
  /** Walking, running, crossing. */
  readonly walks: boolean;
}

// English and Portuguese, without accents and plural endings.
const times: Record<Time, string> = {
  night:
    "night midnight moon moonlight moonlit star starry nighttime neon noite lua luar madrugada estrela",
  dusk: "dawn dusk sunset sunrise twilight golden evening morning daybreak amanhecer entardecer crepusculo manha alvorada poente aurora",
  day: "day noon midday sunny daylight sunlight bright afternoon sun dia sol tarde meiodia ensolarado",
};
const weathers: Record<Exclude<Weather, "clear">, string> = {
  rain: "rain rainy raining rainstorm drizzle storm stormy thunderstorm downpour chuva chuvoso tempestade temporal garoa",
  snow: "snow snowy snowing snowfall blizzard frost frozen ice icy winter neve nevando nevasca gelo inverno",
  fog: "fog foggy mist misty haze hazy smoke smoky steam neblina nevoa fumaca vapor",
};
const places: Record<Place, string> = {
  sea: "sea ocean wave ship boat ferry harbour harbor port deck water sail sailboat beach coast shore island lighthouse lake river bay gull pier dock tide mar oceano onda praia barco navio porto lago rio ilha farol costa balsa cais gaivota",
  forest:
    "forest wood woods tree pine jungle leaf leaves moss floresta mata bosque arvore selva pinheiro",
  city: "city street skyline rooftop alley traffic downtown building tower taxi subway skyscraper market plaza sidewalk crosswalk neon cidade rua predio avenida telhado beco torre feira metro calcada",
  interior:
    "room kitchen bedroom office interior corridor hallway window desk table lamp studio bar cafe restaurant shop workshop apartment church garage laboratory lab library indoors ceiling sofa bed stairs staircase elevator theatre theater museum oven counter bakery sala quarto cozinha escritorio corredor janela mesa oficina apartamento igreja biblioteca loja cama escada elevador teatro museu forno balcao padaria",
  desert: "desert dune sand cactus sahara deserto duna areia cacto",
  mountain:
    "mountain peak cliff valley hill canyon summit ridge glacier rock montanha serra vale colina penhasco pico morro rocha",
  field:
    "field meadow grass farm wheat village garden park flower barn countryside orchard campo fazenda jardim pasto trigo vila parque flor sitio pomar",
  road: "road highway car truck drive driving motorcycle bicycle bike cyclist bus asphalt engine estrada carro caminhao rodovia moto bicicleta onibus asfalto motor",
  space:
    "space planet galaxy spaceship astronaut rocket satellite asteroid cosmos mars espaco nave planeta galaxia astronauta foguete marte cosmo",
};
const things: Record<Thing, string> = {
  boat: "boat ship ferry sailboat yacht barge vessel barco navio balsa veleiro",
  car: "car taxi truck van sedan jeep carro caminhao van taxi",
  train: "train tram subway railway locomotive trem bonde metro locomotiva",
  house: "house cabin barn hut cottage farmhouse casa cabana celeiro chale",
  lighthouse: "lighthouse farol",
  dial: "compass watch clock gauge dial lens coin bussola relogio moeda lente",
};
const heads: Record<Exclude<Head, "bare">, string> = {
  hood: "hood hooded raincoat parka cloak anorak capuz casaco capa",
  hat: "hat fedora cap detective cowboy chapeu bone detetive",
  helmet: "helmet astronaut spacesuit diver capacete astronauta mergulhador",
};
const someone =
  "man woman boy girl he she him her his hers person child kid figure detective astronaut sailor captain driver dancer runner cyclist chef baker fisherman soldier teacher doctor singer musician player mother father sister brother friend hand hands face eye eyes thumb finger head hair shoulder homem mulher menino menina ele ela pessoa crianca figura marinheiro capitao motorista dancarina pescador padeiro padeira mae pai irma irmao amigo amiga mao maos rosto olho olhos dedo cabeca cabelo ombro";
const several =
  "people crowd couple team family friends children soldiers dancers pessoas multidao eles elas casal equipe familia amigos criancas";
const nobody = "empty deserted abandoned nobody vazio vazia deserta abandonado abandonada ninguem";
const birds = "bird gull seagull crow dove flock passaro gaivota pomba bando ave";

const hairs: Record<"short" | "long", string> = {
  short:
    "man boy he him his soldier father brother homem menino ele soldado pai irmao padeiro pescador marinheiro",
  long: "woman girl she her hers mother sister mulher menina ela mae irma dancarina padeira",
};
const walking =
  "walk walking run running runner cross crossing hike hiker stride march climb chase wander step enter leave anda andando caminha caminhando corre correndo atravessa cruza sobe entra sai";

const listOf = (words: string): ReadonlySet<string> => new Set(words.split(" "));
const listsOf = <K extends string>(lists: Record<K, string>): [K, ReadonlySet<string>][] =>
  Object.entries<string>(lists).map(([key, words]) => [key as K, listOf(words)]);

const timeLists = listsOf(times);
const weatherLists = listsOf(weathers);
const placeLists = listsOf(places);
const thingLists = listsOf(things);
const hairLists = listsOf(hairs);
const headLists = listsOf(heads);
const someoneList = listOf(someone);
const severalList = listOf(several);
const nobodyList = listOf(nobody);
const birdList = listOf(birds);
const walkingList = listOf(walking);

/**
 * The mood of a text. Where and when it plays is taken over from `setting`, what was said before it (the weather only
 * where the place stays); what nobody has
 * said falls by chance, the same way each time.
 */
export function moodOf(text: string, setting: readonly string[], chance: Chance): Mood {
  const words = wordsOf(text);
  const before = setting.map(wordsOf);
  const named = most(words, placeLists);
  const said = <K extends string>(lists: readonly (readonly [K, ReadonlySet<string>])[]) =>
    [words, ...before].map((one) => most(one, lists)).find((key) => key !== undefined);
  const has = (list: ReadonlySet<string>): boolean => words.some((word) => list.has(word));
  const found = thingLists.filter(([, list]) => has(list)).map(([thing]) => thing);
  // A turn of the die for each, said or not: a word more must not change the rest of the picture.
  const anyTime = pick<Time>(chance, "dusk", "night", "day", "dusk");
  const anyPlace = pick<Place>(chance, "mountain", "field", "city", "sea", "forest", "mountain");
  const anyone = chance() < 0.7 ? 1 : 0;
  return {
    time: said(timeLists) ?? anyTime,
    weather: (named === undefined ? said(weatherLists) : most(words, weatherLists)) ?? "clear",
    place: named ?? said(placeLists) ?? anyPlace,
    people: peopleIn(has, /@\w|\b[A-Z][a-z]{2,},/u.test(text), found.length > 0, anyone),
    things: found,
    birds: has(birdList),
    head: most(words, headLists) ?? "bare",
    hair: most(words, hairLists),
    walks: has(walkingList),
  };
}

function peopleIn(
  has: (list: ReadonlySet<string>) => boolean,
  named: boolean,
  anything: boolean,
  anyone: number,
): number {
  if (has(nobodyList)) return 0;
  if (has(severalList)) return 3;
  if (has(someoneList) || named) return 1;
  return anything ? 0 : anyone;
}

function wordsOf(text: string): string[] {
  const plain = text
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/(?:por|nascer) do sol/gu, "poente");
  return plain
    .split(/[^a-z]+/u)
    .filter((word) => word !== "")
    .flatMap((word) =>
      word.endsWith("s") && word.length > 3 ? [word, word.slice(0, -1)] : [word],
    );
}

/** The key whose words come most often; the earliest one where two come as often. */
function most<K extends string>(
  words: readonly string[],
  lists: readonly (readonly [K, ReadonlySet<string>])[],
): K | undefined {
  let best: { key: K; count: number; first: number } | undefined;
  for (const [key, list] of lists) {
    const first = words.findIndex((word) => list.has(word));
    if (first === -1) continue;
    const count = words.filter((word) => list.has(word)).length;
    const better =
      best === undefined || count > best.count || (count === best.count && first < best.first);
    if (better) best = { key, count, first };
  }
  return best?.key;
}
