// SPDX-License-Identifier: GPL-3.0-or-later
// ninjs 3.0 of the IPTC (https://www.iptc.org/std/ninjs/): one object per article, each on its own
// line.
#include <ostream>
#include <string>

#include "query/render/formats.h"
#include "query/render/row_fields.h"
#include "schema/article_json.h"

namespace newsindex {
namespace {

constexpr std::string_view kStandard = "http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json";
constexpr std::string_view kMediaTopics = "http://cv.iptc.org/newscodes/mediatopic/";
constexpr std::string_view kTopicScheme = "medtop:";

void put_text(Nested& json, const char* name, const std::string& text) {
  if (!text.empty()) json[name] = text;
}

void put_values(Nested& json, const char* name, const Texts& texts,
                Nested more = Nested::object()) {
  for (const std::string& text : texts) {
    Nested each = more;
    each["value"] = text;
    json[name].push_back(std::move(each));
  }
}

Nested subject(const Nested& topic) {
  Nested subject{{"name", topic["name"]}};
  const std::string id = topic["id"];
  if (id.starts_with(kTopicScheme))
    subject["uri"] = std::string(kMediaTopics) + id.substr(kTopicScheme.size());
  return subject;
}

void put_entities(Nested& json, const Nested& entities) {
  for (const Nested& entity : entities) {
    const std::string type = entity["type"];
    Nested named{{"name", entity["name"]}};
    if (entity.contains("id")) named["literal"] = entity["id"];
    const char* list = type == "person" ? "people" : type == "place" ? "places" : "organisations";
    json[list].push_back(std::move(named));
  }
}

Nested ninjs(const RowFields& fields) {
  Nested json{{"uri", fields.text("id")},
              {"standard", {{"name", "ninjs"}, {"version", "3.0"}, {"schema", kStandard}}},
              {"type", "text"}};
  put_text(json, "language", fields.text("language"));
  put_text(json, "contentcreated", fields.text("published"));
  put_text(json, "versioncreated", fields.text("modified"));
  put_text(json, "version", fields.text("version"));
  put_values(json, "headlines", fields.texts("title"));
  put_values(json, "descriptions", fields.texts("lead"));
  put_values(json, "bodies", fields.texts("body"), {{"contenttype", "text/plain"}});
  put_values(json, "bylines", fields.texts("authors"));
  for (const std::string& source : fields.texts("source"))
    json["infosources"].push_back({{"name", source}});
  for (const Nested& topic : fields.records("topics")) json["subjects"].push_back(subject(topic));
  put_entities(json, fields.records("entities"));
  for (const std::string& word : fields.texts("keywords")) json["keywords"].push_back(word);
  if (const std::string url = fields.text("url"); !url.empty())
    json["altids"].push_back({{"role", "url"}, {"value", url}});
  return json;
}

}  // namespace

void render_ninjs(std::ostream& out, const Answer& answer, const Style&) {
  for (const Group& group : answer.table.groups)
    for (const Row& row : group.rows) out << json_line(ninjs({answer.table, row})) << '\n';
}

}  // namespace newsindex
