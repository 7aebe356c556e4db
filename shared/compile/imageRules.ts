import { siblingFor, type Task } from "../models/profile.ts";
import type { ImageValue } from "../nodes/ports.ts";
import { isDataUri } from "../nodes/picture.ts";
import type { Fix, Part, Problem } from "./compiled.ts";
import type { Element } from "./elements.ts";
import { pictured, pictureField } from "./fields.ts";
import { allowEndImage, disconnect, removeExtra, switchModel } from "./fixes.ts";
import { problem } from "./problems.ts";
import { settingPlace, type KnownScene } from "./view.ts";

/** What is to be said about the pictures of a scene. */
export const imageProblems = (scene: KnownScene, parts: readonly Part[]): Problem[] => [
  ...startProblems(scene, parts),
  ...endProblems(scene, parts),
  ...insideProblems(scene),
  ...elementProblems(scene, parts),
];

/** To the model of the same family and quality that does another task. */
function switchTo(scene: KnownScene, task: Task): Fix | undefined {
  const other = siblingFor(scene.profiles, scene.profile.id, task);
  return other && switchModel(other, scene.nodeId, scene.settingsNode);
}

function startProblems(scene: KnownScene, parts: readonly Part[]): Problem[] {
  const { nodeId, profile, startImage } = scene;
  const model = profile.name;
  const field = profile.startImageField;
  const place = { nodeId, field: "startImage" };
  if (field === null) {
    return startImage
      ? [
          problem("imageUnsupported", place, { model }, [
            switchTo(scene, "image-to-video"),
            disconnect(nodeId, "startImage"),
          ]),
        ]
      : [];
  }
  const isMissing = parts.some(({ input }) => input[field] === undefined);
  if (profile.required.includes(field) && isMissing) {
    return [problem("imageRequired", place, { model }, [switchTo(scene, "text-to-video")])];
  }
  return parts.length > 1 && !isMissing
    ? [problem("imageInEveryPart", place, { parts: parts.length })]
    : [];
}

function endProblems(scene: KnownScene, parts: readonly Part[]): Problem[] {
  const { nodeId, profile, params, shots, endImage } = scene;
  if (!endImage) return addedEndProblems(scene, parts);
  const place = { nodeId, field: "endImage" };
  const off = disconnect(nodeId, "endImage");
  if (profile.endImageField === null) {
    return [problem("endImageUnsupported", place, { model: profile.name }, [off])];
  }
  return shots.length > 0 && !params.allowEndImage
    ? [problem("endImageWithShots", place, {}, [off, allowEndImage(nodeId)])]
    : [];
}

/** An end image that the settings add is none other to the model than one that is wired. */
function addedEndProblems(scene: KnownScene, parts: readonly Part[]): Problem[] {
  const { nodeId, profile, params, shots, settingsNode } = scene;
  const field = profile.endImageField;
  if (field === null || shots.length === 0 || params.allowEndImage) return [];
  if (parts.every(({ input }) => input[field] === undefined)) return [];
  const off = settingsNode && removeExtra(settingsNode, field);
  return [
    problem("endImageWithShots", settingPlace(scene, "extra"), {}, [off, allowEndImage(nodeId)]),
  ];
}

/** RunComfy's own tools send pictures inside a request too, but nobody says that these models take them. */
function insideProblems({ profile, startImage, endImage }: KnownScene): Problem[] {
  const sent: readonly (ImageValue | undefined)[] = [
    profile.startImageField === null ? undefined : startImage,
    profile.endImageField === null ? undefined : endImage,
  ];
  return sent.flatMap((image) =>
    image && isDataUri(image.picture)
      ? [problem("pictureInside", image.source, { model: profile.name })]
      : [],
  );
}

function elementProblems(scene: KnownScene, parts: readonly Part[]): Problem[] {
  const { nodeId, profile, settings, shots } = scene;
  const field = pictureField(profile);
  if (field === undefined || Object.hasOwn(settings.extra, field.name)) return [];
  const model = profile.name;
  const inside = new Set<Element>();
  let most = 0;
  let from = 0;
  for (const part of parts) {
    const named = pictured(scene, shots.slice(from, from + part.shots.length));
    from += part.shots.length;
    most = Math.max(most, named.length);
    for (const element of named) if (isDataUri(element.picture)) inside.add(element);
  }
  return [
    ...(most > field.max
      ? [problem("picturesLeftOut", { nodeId }, { count: most - field.max, max: field.max, model })]
      : []),
    ...[...inside].map((element) =>
      problem("pictureInside", { nodeId: element.nodeId, field: "picture" }, { model }),
    ),
  ];
}
