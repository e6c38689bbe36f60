namespace CommandCenter.Browser.Tests;

/// <summary>What a designer would see at once, asked of the page itself. Each gives the offending texts.</summary>
internal static class Looks
{
    /// <summary>Texts whose colour is too near to the plain colour behind them; the argument is the least ratio, by the formula of WCAG 2.2.</summary>
    public const string TooFaint = """
        least => {
          const parts = css => (css.match(/[\d.]+/g) ?? []).map(Number);
          const light = css => parts(css).slice(0, 3).map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
            .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
          const behind = e => {
            for (let at = e; at; at = at.parentElement) {
              const style = getComputedStyle(at);
              if (style.backgroundImage !== "none") return null;
              if (parts(style.backgroundColor)[3] !== 0) return style.backgroundColor;
            }
            return null;
          };
          const found = [];
          for (const e of document.querySelectorAll("body *")) {
            const says = [...e.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.textContent.trim());
            if (!says || !e.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || e.closest(".sr, :disabled")) continue;
            const ground = behind(e);
            if (!ground) continue;
            const ink = e instanceof SVGElement ? getComputedStyle(e).fill : getComputedStyle(e).color;
            const [a, b] = [light(ink), light(ground)].sort((x, y) => y - x);
            const ratio = (a + 0.05) / (b + 0.05);
            if (ratio < least) found.push(`${ratio.toFixed(1)}: ${ink} on ${ground}: ${e.textContent.trim().slice(0, 40)} (${e.className.baseVal ?? e.className})`);
          }
          return [...new Set(found)];
        }
        """;

    /// <summary>Texts that leave the window or their tile, or lie over another text; the argument is what a tile is. The page itself must not scroll.</summary>
    public const string OutOfPlace = """
        tiles => {
          // A line of text has room above and below its letters, of which a tile's edge or another line may take.
          const letters = ({ left, top, right, bottom, width, height: h }) => ({ left, right, width, top: top + 0.2 * h, bottom: bottom - 0.14 * h, height: 0.66 * h });
          const found = [];
          const root = document.documentElement;
          if (root.scrollHeight > innerHeight || root.scrollWidth > innerWidth) found.push(`the page scrolls: ${root.scrollWidth} × ${root.scrollHeight}`);
          const texts = [];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const node = walker.currentNode;
            const e = node.parentElement;
            if (!node.textContent.trim() || !e.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || e.closest("dialog, .sr, style, title")) continue;
            const range = document.createRange();
            range.selectNodeContents(node);
            const box = range.getBoundingClientRect();
            if (box.width > 0) texts.push({ e, box: letters(box), says: node.textContent.trim().slice(0, 30) });
          }
          const slack = 1.5;
          for (const { e, box, says } of texts) {
            const tile = e.closest(tiles)?.getBoundingClientRect() ?? { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
            const cut = getComputedStyle(e).textOverflow === "ellipsis" && box.right > tile.right && box.top >= tile.top && box.bottom <= tile.bottom;
            if (!cut && (box.left < tile.left - slack || box.top < tile.top - slack || box.right > tile.right + slack || box.bottom > tile.bottom + slack))
              found.push(`out of its tile: ${says} (${[box.left, box.top, box.right, box.bottom].map(Math.round)} in ${[tile.left, tile.top, tile.right, tile.bottom].map(Math.round)})`);
          }
          for (let i = 0; i < texts.length; i++) for (let j = i + 1; j < texts.length; j++) {
            const [a, b] = [texts[i].box, texts[j].box];
            const [w, h] = [Math.min(a.right, b.right) - Math.max(a.left, b.left), Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)];
            if (w > 2 && h > Math.min(a.height, b.height) * 0.2) found.push(`over one another: ${texts[i].says} and ${texts[j].says}`);
          }
          return found;
        }
        """;
}
