// What Chromium 80 does not know may be used where nothing but an ornament is lost without it.
const ORNAMENTS = [
  "css-not-sel-list", // `:not()` is used with one selector only, which Chromium 80 knows
  "css-focus-visible", // the rule only takes an outline away; without it the outline stays
  "css-marker-pseudo", // the colour of list marks
];
// Material's own rules for text: buttons beside code and the type of lists, neither of which our pages have.
const MATERIAL = [...ORNAMENTS, "flexbox-gap", "css-revert-value"];
const rule = (ignore) => [true, { browsers: ["chrome 80"], ignorePartialSupport: true, ignore }];

export default {
  plugins: ["stylelint-no-unsupported-browser-features"],
  rules: { "plugin/no-unsupported-browser-features": rule(ORNAMENTS) },
  overrides: [
    {
      files: ["**/material-text.css"],
      rules: { "plugin/no-unsupported-browser-features": rule(MATERIAL) },
    },
  ],
};
