import { resolve } from "node:path";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";

const here = (path: string): string => resolve(import.meta.dirname, path);

/**
 * Three bundles into `out/`. What `package.json` lists under `dependencies` is native and stays
 * outside the bundles; everything else is bundled, so that the packaged app ships nothing unused.
 */
export default defineConfig({
  main: {
    build: {
      outDir: "out/main",
      rolldownOptions: {
        input: {
          main: here("electron/main.ts"),
          animaticWorker: here("electron/engines/animatic/worker.ts"),
          mediaWorker: here("electron/backend/library/mediaWorker.ts"),
        },
        output: { format: "es", entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
      },
    },
  },
  preload: {
    build: {
      outDir: "out/preload",
      // A sandboxed preload can require nothing but `electron`: one CommonJS file, all inside.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: here("electron/preload.ts") },
        output: { format: "cjs", entryFileNames: "[name].cjs" },
      },
    },
  },
  renderer: {
    root: "renderer",
    plugins: [react(), tailwindcss()],
    build: {
      outDir: "out/renderer",
      // `serve` shows the same pages in any browser of today, not only in Electron's.
      target: "baseline-widely-available",
      minify: true,
      // The content security policy allows no `data:` fonts and no inline scripts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: here("renderer/index.html"),
        output: {
          // Libraries change less often than the program, so each gets a chunk the cache can keep.
          codeSplitting: {
            groups: [
              { name: "react", test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
              { name: "flow", test: /node_modules[\\/](@xyflow|d3-[a-z]+)[\\/]/ },
              // With all that it imports: what the first picture needs comes in one piece.
              { name: "app", test: /renderer[\\/]main\.tsx$/ },
              // What is drawn as soon as the board stands there, in one piece too: each piece is a round trip.
              {
                name: "around",
                test: /renderer[\\/](timeline[\\/]Timeline|panels[\\/]Inspector|canvas[\\/](MiniMap|NodeMenu|OnDemand))\.tsx$/,
              },
            ],
          },
        },
      },
    },
  },
});
