/// The documents to fill in that Forkant brings along. They lie in the program itself, so that it needs no folder beside it.
public enum TemplateFiles {
    /// JSON, each file by the name of its template.
    public static let all: [String: [UInt8]] = [
        "company_agreement": PackageResources.company_agreement_json,
        "rules_of_procedure": PackageResources.rules_of_procedure_json,
    ]

    /// Actions for common themes, as one list of JSON.
    public static let actions: [UInt8] = PackageResources.action_templates_json
}
