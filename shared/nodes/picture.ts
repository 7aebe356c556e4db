import { z } from "zod";
import { boardLimits } from "../board/schema.ts";

/**
 * A picture in a board is a public https URL or a data URI. A dropped file becomes a small data URI, so that a board
 * that is handed to somebody else still has its pictures and never names a path of the sender's disk.
 */
const picturePattern =
  /^$|^https:\/\/\S+$|^data:image\/(png|jpeg|webp);base64,[A-Za-z0-9+/]+={0,2}$/;

export const pictureSchema = z
  .string()
  .max(boardLimits.pictureCharacters)
  .regex(picturePattern)
  .default("")
  .meta({ control: "picture" });

export const isDataUri = (picture: string): boolean => picture.startsWith("data:");
