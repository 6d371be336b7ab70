/* Pictures at the desk: the focal point is chosen by a click, and a choice of a picture shows its thumbnail.
   The numbers are the form's own fields: without this script, and with the keyboard, they say the same. */

const across = document.getElementById("id_focal_x");
const down = document.getElementById("id_focal_y");
const figure = document.querySelector("[data-focal]");

if (figure && across && down) {
  const picture = figure.querySelector("img");
  const point = figure.querySelector(".desk-focal-point");

  const put = () => {
    point.style.left = `${(picture.clientWidth * (Number(across.value) || 0)) / 100}px`;
    point.style.top = `${(picture.clientHeight * (Number(down.value) || 0)) / 100}px`;
  };
  const percent = (part, whole) => String(Math.min(100, Math.max(0, Math.round((100 * part) / whole))));

  picture.addEventListener("click", (event) => {
    across.value = percent(event.offsetX, picture.clientWidth);
    down.value = percent(event.offsetY, picture.clientHeight);
    across.dispatchEvent(new Event("change", { bubbles: true }));
    put();
  });
  for (const field of [across, down]) field.addEventListener("input", put);
  new ResizeObserver(put).observe(picture);
  point.hidden = false;
  figure.querySelector("figcaption").hidden = false;
  figure.classList.add("is-ready");
  put();
}

/* Select2 tells jQuery alone of a choice. */
const show = (select) => {
  const thumbnail = select.closest(".desk-chosen")?.querySelector("img");
  if (!thumbnail) return;
  thumbnail.hidden = !select.value;
  if (select.value) thumbnail.src = thumbnail.dataset.thumbnail.replace("/0/", `/${select.value}/`);
};
window.django?.jQuery(document).on("change", "select.desk-picture", (event) => show(event.target));
