import type { CDPSession } from "playwright-core";

/**
 * A mouse that speaks to Chromium itself. Playwright's own also runs a script in the page at every move, to find out
 * about dragging, and that script costs more than many a step that is measured here.
 */
export interface Mouse {
  /** Window px. Resolves when the page has handled it. */
  readonly move: (x: number, y: number) => Promise<void>;
  readonly down: (clicks?: number) => Promise<void>;
  readonly up: (clicks?: number) => Promise<void>;
  readonly click: (x: number, y: number) => Promise<void>;
  readonly doubleClick: (x: number, y: number) => Promise<void>;
  readonly wheel: (deltaY: number) => Promise<void>;
  /** Holds Shift, or lets go of it, for everything that follows. */
  readonly shift: (held: boolean) => void;
}

const shiftKey = 8;
const leftButton = 1;

export function createMouse(cdp: CDPSession): Mouse {
  let at = { x: 0, y: 0 };
  let buttons = 0;
  let modifiers = 0;
  const send = async (
    type: "mouseMoved" | "mousePressed" | "mouseReleased",
    clickCount: number,
  ): Promise<void> => {
    const button = type === "mouseMoved" && buttons === 0 ? "none" : "left";
    await cdp.send("Input.dispatchMouseEvent", {
      type,
      ...at,
      button,
      buttons,
      clickCount,
      modifiers,
      pointerType: "mouse",
    });
  };
  const mouse: Mouse = {
    move: async (x, y) => {
      at = { x, y };
      await send("mouseMoved", 0);
    },
    down: async (clicks = 1) => {
      buttons = leftButton;
      await send("mousePressed", clicks);
    },
    up: async (clicks = 1) => {
      buttons = 0;
      await send("mouseReleased", clicks);
    },
    click: async (x, y) => {
      await mouse.move(x, y);
      await mouse.down();
      await mouse.up();
    },
    doubleClick: async (x, y) => {
      await mouse.click(x, y);
      await mouse.down(2);
      await mouse.up(2);
    },
    wheel: async (deltaY) => {
      await cdp.send("Input.dispatchMouseEvent", {
        type: "mouseWheel",
        ...at,
        deltaX: 0,
        deltaY,
        modifiers,
        pointerType: "mouse",
      });
    },
    shift: (held) => {
      modifiers = held ? shiftKey : 0;
    },
  };
  return mouse;
}
