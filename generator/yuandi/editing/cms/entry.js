/* How Decap CMS reads and writes entries.

An entry comes with its own text. When it is written, a key that was not edited keeps its lines as they were, with
comments, quotes, names in Chinese and all that the forms do not know; an unedited body keeps every byte. */
"use strict";
(function () {
  const { types, common, words, labels, keys, sounds } = window.YUANDI;
  const yaml = window.jsyaml;
  const TEXTS = { schema: yaml.FAILSAFE_SCHEMA };
  const ORIGINAL = "_yuandi";
  const NAME = "_file";
  const UNREADABLE = "（这个文件的开头读不出来，请用文本编辑器修改）";

  /* A text in its parts. */
  function split(text) {
    const open = /^\uFEFF?---[ \t]*\r?\n/.exec(text);
    const rest = open ? text.slice(open[0].length) : "";
    const close = open && /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m.exec(rest);
    if (!close) return { open: "", front: "", close: "", gap: "", body: text };
    const after = rest.slice(close.index + close[0].length);
    const gap = /^(?:[ \t]*\r?\n)*/.exec(after)[0];
    return { open: open[0], front: rest.slice(0, close.index), close: close[0], gap, body: after.slice(gap.length) };
  }

  const isMap = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
  const load = (text) => yaml.load(text, TEXTS) || {};
  const unix = (text) => text.replace(/\r\n/g, "\n");

  /* The front matter cut before each key at its top: [{word, text}]; what lies between keys has no word. */
  function pieces(front) {
    const found = [];
    let between = "";
    for (const line of front.match(/[^\n]*\n|[^\n]+$/g) || []) {
      if (/^(?:#.*)?\r?\n?$/.test(line)) {
        between += line;
      } else if (/^[^\s#\-\]}]/.test(line) || !found.length) {
        if (between) found.push({ word: null, text: between });
        found.push({ word: "", text: line });
        between = "";
      } else {
        found[found.length - 1].text += between + line;
        between = "";
      }
    }
    if (between) found.push({ word: null, text: between });
    for (const piece of found.filter((one) => one.word !== null)) {
      const names = Object.keys(load(piece.text));
      if (names.length !== 1) throw new Error("not one key: " + piece.text);
      piece.word = names[0];
    }
    return found;
  }

  /* Names and choices in English, days as 2026-03-05: as the forms have them. */
  function known(map, fields) {
    const chinese = Object.fromEntries(Object.entries(fields).map(([key, field]) => [field.zh, key]));
    const name = (word) => (word in fields ? word : chinese[word] || word);
    return Object.fromEntries(Object.entries(map).map(([word, value]) => [name(word), told(value, fields[name(word)])]));
  }

  function told(value, field) {
    if (!field || field.free || value === null) return value;
    if (Array.isArray(value)) return value.map((item) => told(item, { ...field, many: false }));
    if (field.many) return [told(value, { ...field, many: false })];
    if (field.fields) return known(isMap(value) || !field.word ? value : { [field.word]: value }, field.fields);
    if (typeof value !== "string") return value;
    if (field.choices) return field.choices[value] || value;
    if (field.holds === "number") return value.trim();
    if (field.holds === "bool") return ["true", "yes", "on", "是"].includes(value.toLowerCase());
    return field.holds ? moment(value) : value;
  }

  function moment(value) {
    const pad = (number) => number.padStart(2, "0");
    const day = /^\s*(\d{4})\s*[-年]\s*(\d{1,2})\s*[-月]\s*(\d{1,2})\s*日?\s*(?:T?\s*(\d{1,2})[:：时](\d\d)分?)?\s*$/.exec(value);
    if (!day) return value;
    const date = `${day[1]}-${pad(day[2])}-${pad(day[3])}`;
    return day[4] ? `${date}T${pad(day[4])}:${day[5]}` : date;
  }

  const fieldsOf = (type) => ({ ...common, ...types[type].fields });

  /* What an entry says, under English names; `type` is that of the form it is opened in. */
  function read(text, type) {
    const parts = split(text);
    const data = known(load(parts.front), fieldsOf(type));
    const [named, kind] = words[data.type] || [data.type || types[type].default, null];
    data.type = named;
    if (kind && !data.kind) data.kind = kind;
    return { data, parts };
  }

  function fromFile(text, type) {
    try {
      const { data, parts } = read(text, type);
      return { ...data, body: unix(parts.body), [ORIGINAL]: text };
    } catch (error) {
      console.error(error);
      return { type: types[type].default, title: UNREADABLE, [ORIGINAL]: text, broken: true };
    }
  }

  const isEmpty = (value) =>
    value === null || value === undefined || value === "" ||
    (typeof value === "object" && Object.values(value).every(isEmpty));

  /* Values without what is empty, as texts: what is compared and written. */
  function plain(value) {
    if (Array.isArray(value)) return value.filter((item) => !isEmpty(item)).map(plain);
    if (!isMap(value)) return isEmpty(value) ? null : String(value);
    return Object.fromEntries(Object.entries(value).filter(([, item]) => !isEmpty(item)).map(([key, item]) => [key, plain(item)]));
  }

  function same(one, other) {
    const [a, b] = [plain(one), plain(other)];
    if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, at) => same(item, b[at]));
    if (!isMap(a) || !isMap(b)) return isEmpty(a) ? isEmpty(b) : a === b;
    const all = new Set([...Object.keys(a), ...Object.keys(b)]);
    return [...all].every((key) => same(a[key], b[key]));
  }

  /* A value in the language of the file; numbers as numbers, so that what stays a text is quoted where it must be. */
  function named(value, field, chinese) {
    if (!field || field.free) return value;
    if (Array.isArray(value)) return value.map((item) => named(item, field, chinese));
    if (field.fields && isMap(value)) {
      const word = (key) => (chinese && field.fields[key] ? field.fields[key].zh : key);
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [word(key), named(item, field.fields[key], chinese)]));
    }
    if (field.holds === "bool") return chinese ? (value === "true" ? "是" : "否") : value === "true";
    if (field.holds === "number") return /^(?:0|[1-9]\d{0,14})(?:\.\d*[1-9])?$/.test(value) ? Number(value) : value;
    if (!chinese) return value;
    const choice = Object.entries(field.choices || {}).find((one) => one[1] === value);
    return choice ? choice[0] : value;
  }

  /* The lines of a key; short lists stay on one line where they stood on one. */
  function lines(word, value, former) {
    const flowLevel = /^[^\n]*:[ \t]*[[{]/.test(former) ? 1 : /^\s*-[ \t]*\{/m.test(former) ? 2 : -1;
    return yaml.dump({ [word]: value }, { schema: yaml.CORE_SCHEMA, flowLevel, lineWidth: -1, noRefs: true });
  }

  function toFile(data, type, order) {
    const text = data[ORIGINAL] || "";
    if (data.broken) return text;
    const { data: before, parts } = read(text, type);
    const after = { ...data };
    for (const name of [ORIGINAL, NAME, "body"]) delete after[name];
    const kept = data.body === undefined || data.body === unix(parts.body);
    const body = kept ? parts.body : ended(data.body || "");
    if (!parts.open) {
      const wanted = Object.entries(after).filter(([key, value]) => !(ORIGINAL in data) || !same(before[key], value));
      const front = whole(Object.fromEntries(wanted), type, order, keys === "zh");
      return front ? "---\n" + front + "---\n" + (body ? "\n" + body : "") : body;
    }
    const made = parts.open + edited(parts.front, before, after, type) + parts.close + (body && (parts.gap || "\n")) + body;
    return /\r\n/.test(parts.open) ? unix(made).replace(/\n/g, "\r\n") : made;
  }

  const ended = (body) => (body && !body.endsWith("\n") ? body + "\n" : body);

  /* The front matter with new lines for edited keys; all of it anew where its keys cannot be told apart. */
  function edited(front, before, after, type) {
    try {
      const made = mended(front, before, after, type);
      if (same(read("---\n" + made + "---\n", type).data, after)) return made;
    } catch (error) {
      console.error(error);
    }
    return whole(after, type, Object.keys(before), false);
  }

  function mended(front, before, after, type) {
    const fields = fieldsOf(type);
    const english = Object.fromEntries(Object.entries(fields).map(([key, field]) => [field.zh, key]));
    const keyOf = (word) => (word === null || word in fields ? word : english[word] || word);
    const cut = pieces(front);
    const text = cut.map((piece) => {
      const key = keyOf(piece.word);
      if (key === null || same(before[key], after[key])) return piece.text;
      if (isEmpty(after[key])) return "";
      return lines(piece.word, named(plain(after[key]), fields[key], key !== piece.word), piece.text);
    });
    const met = new Set(cut.map((piece) => keyOf(piece.word)));
    const added = Object.entries(after).filter(([key, value]) => !met.has(key) && !same(before[key], value));
    const isChinese = cut.some(({ word }) => word && keyOf(word) !== word);
    const made = text.join("");
    const end = made && !made.endsWith("\n") ? "\n" : "";
    return made + end + whole(Object.fromEntries(added), type, Object.keys(fields), isChinese);
  }

  /* Keys in the order of the form. */
  function whole(values, type, order, chinese) {
    const fields = fieldsOf(type);
    const place = (key) => (order.includes(key) ? order.indexOf(key) : order.length);
    const shown = Object.keys(values).filter((key) => !isEmpty(values[key]));
    return shown
      .sort((a, b) => place(a) - place(b))
      .map((key) => {
        const value = key === "type" && chinese ? labels[values.type] : named(plain(values[key]), fields[key], chinese);
        return lines(chinese && fields[key] ? fields[key].zh : key, value, "");
      })
      .join("");
  }

  /* The name of a new file: its title as it is said, as `yuandi new` has it. */
  const soundOf = new Map(Object.entries(sounds).flatMap(([sound, chars]) => Array.from(chars, (char) => [char, sound])));

  function fileName(title) {
    const said = Array.from(title, (char) => (soundOf.has(char) ? ` ${soundOf.get(char)} ` : char)).join("");
    return said.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+/, "").slice(0, 40).replace(/-+$/, "");
  }

  for (const type of Object.keys(types)) {
    window.CMS.registerCustomFormat(`yuandi-${type}`, "md", {
      fromFile: (text) => fromFile(text, type),
      toFile: (data, order) => toFile(data, type, order || []),
    });
  }
  window.CMS.registerEventListener({
    name: "preSave",
    handler: ({ entry }) => {
      const data = entry.get("data");
      if (!entry.get("newRecord")) return data;
      return data.set(NAME, fileName(String(data.get("title") || "")) || data.get("type"));
    },
  });
  document.getElementById("yuandi-opening").remove();
  window.CMS.init();
})();
