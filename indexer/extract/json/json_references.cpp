// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/json/json_references.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>

#include "schema/error.h"

namespace newsindex {
namespace {

using Json = nlohmann::json;

std::string address_of(const std::string& reference) {
  return reference.substr(0, reference.find('#'));
}

// The part after the `#`: "/$defs/name", or empty for the whole schema.
std::string fragment_of(const std::string& reference) {
  const std::size_t hash = reference.find('#');
  return hash == std::string::npos ? std::string() : reference.substr(hash + 1);
}

// Draft 3 puts `required` in another place than all later drafts.
bool is_draft_3(const Json& schema) {
  return schema.value("$schema", std::string()).find("draft-03") != std::string::npos;
}

std::optional<std::string> text_of_file(const std::filesystem::path& path) {
  constexpr std::uintmax_t kLargest = std::uintmax_t{4} << 20;
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error) ||
      std::filesystem::file_size(path, error) > kLargest)
    return std::nullopt;
  std::ifstream in(path);
  if (!in) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(in), {});
}

class Folder {
 public:
  explicit Folder(std::filesystem::path path)
      : path_(path.empty() ? std::filesystem::path(".") : std::move(path)) {}

  // The text of the file with this name, or of the schema with this address.
  std::optional<std::string> find(const std::string& address) const {
    if (address.find("://") == std::string::npos && address.find('/') == std::string::npos)
      if (auto text = text_of_file(path_ / address)) return text;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(path_, error)) {
      if (entry.path().extension() != ".json") continue;
      auto text = text_of_file(entry.path());
      if (!text || text->find(address) == std::string::npos) continue;
      const Json schema = Json::parse(*text, nullptr, false);
      if (schema.is_object() && address_of(json_schema_id(schema)) == address) return text;
    }
    return std::nullopt;
  }

 private:
  std::filesystem::path path_;
};

// The schema that is being walked: its place in the root schema, and its address.
struct Place {
  std::string pointer;  // "" for the root, "/$defs/other-0"
  std::string id;
  bool whole;  // the schema is about the whole record, not about a part of it
};

class References {
 public:
  References(Json& root, const std::filesystem::path& folder) : root_(root), folder_(folder) {}

  JsonReferences take_in() {
    follow(root_, {"", json_schema_id(root_), true}, false);
    // The schemas that were taken in have references of their own.
    for (std::size_t i = 0; i < waiting_.size(); ++i) {
      Json schema = std::move(waiting_[i].second);
      const std::string id = json_schema_id(schema);
      for (const char* name : {"$id", "id", "$schema"})
        if (schema.contains(name) && schema[name].is_string()) schema.erase(name);
      follow(schema, {"/$defs/" + waiting_[i].first, id, false}, false);
      root_["$defs"][waiting_[i].first] = std::move(schema);
    }
    return std::move(result_);
  }

 private:
  // `named`: the keys are names of properties, not keywords of JSON Schema.
  void follow(Json& node, const Place& place, bool named) {
    if (node.is_array())
      for (Json& each : node) follow(each, place, false);
    if (!node.is_object()) return;
    if (!named) follow_own(node, place);
    for (auto& [key, value] : node.items()) {
      const bool names = !named && (key == "properties" || key == "patternProperties" ||
                                    key == "$defs" || key == "definitions");
      const bool same = key == "allOf" || key == "anyOf" || key == "oneOf";
      follow(value, {place.pointer, place.id, place.whole && same && !named}, names);
    }
  }

  void follow_own(Json& node, const Place& place) {
    const auto found = node.find("$ref");
    if (found == node.end() || !found->is_string()) return;
    const auto reference = found->get<std::string>();
    const std::string address = address_of(reference);
    const bool own = address.empty() || address == address_of(place.id);
    const auto pointer = own ? std::optional(place.pointer) : pointer_of(address);
    if (pointer) {
      *found = "#" + *pointer + fragment_of(reference);
      return;
    }
    if (place.whole)
      throw Error(ExitCode::config, "what a record may be is said by '" + address +
                                        "': put that schema into the same folder");
    auto& unfollowed = result_.unfollowed;
    if (std::find(unfollowed.begin(), unfollowed.end(), address) == unfollowed.end())
      unfollowed.push_back(address);
    node.erase("$ref");
  }

  // The place of the schema with this address in the root schema; nullopt if it is not found.
  std::optional<std::string> pointer_of(const std::string& address) {
    if (address == address_of(json_schema_id(root_))) return "";
    if (const auto known = pointers_.find(address); known != pointers_.end()) return known->second;
    const auto text = folder_.find(address);
    Json schema = text ? Json::parse(*text, nullptr, false) : Json();
    const bool fits = schema.is_object() && is_draft_3(schema) == is_draft_3(root_);
    if (!fits) return pointers_[address] = std::nullopt;
    const std::string name = "other-" + std::to_string(waiting_.size());
    waiting_.emplace_back(name, std::move(schema));
    result_.texts.push_back(*text);
    return pointers_[address] = "/$defs/" + name;
  }

  Json& root_;
  Folder folder_;
  std::map<std::string, std::optional<std::string>> pointers_;
  std::vector<std::pair<std::string, Json>> waiting_;
  JsonReferences result_;
};

}  // namespace

std::string json_schema_id(const Json& schema) {
  for (const char* key : {"$id", "id"})
    if (schema.contains(key) && schema[key].is_string()) return schema[key].get<std::string>();
  return {};
}

JsonReferences take_in_references(Json& schema, const std::filesystem::path& folder) {
  return References(schema, folder).take_in();
}

}  // namespace newsindex
