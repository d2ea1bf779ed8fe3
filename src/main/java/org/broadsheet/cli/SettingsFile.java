package org.broadsheet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.broadsheet.source.FlatYaml;

/** Reads {@code broadsheet.yaml}. */
final class SettingsFile {

    static final String NAME = "broadsheet.yaml";

    private SettingsFile() {}

    /**
     * The settings in a folder's file; empty if there is no such file.
     *
     * @throws SettingsException if the file cannot be read, or has a key that is no setting
     */
    static Map<String, String> read(Path folder) {
        String text;
        try {
            text = Files.readString(folder.resolve(NAME));
        } catch (NoSuchFileException e) {
            return Map.of();
        } catch (IOException e) {
            throw new SettingsException(NAME + " cannot be read: " + e);
        }
        try {
            Map<String, String> settings = new LinkedHashMap<>();
            FlatYaml.read(text).forEach((key, entry) -> {
                if (!Settings.NAMES.contains(key)) {
                    throw new SettingsException(NAME + ":" + entry.line() + ":" + entry.column() + ": \"" + key
                            + "\" is no setting; there are " + String.join(", ", Settings.NAMES));
                }
                settings.put(key, entry.value());
            });
            return settings;
        } catch (FlatYaml.FlatYamlException e) {
            throw new SettingsException(NAME + ":" + e.line() + ":" + e.column() + ": " + e.getMessage());
        }
    }
}
