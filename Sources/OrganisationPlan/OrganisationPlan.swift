import Web

/// Who is in the working environment organisation, known to all: as a drawing, as a list and as files, of any day.
///
/// A plan of the organisation with its members is to be known to all employees (the older order 1181/2010, § 17 no. 11,
/// as told by FOA; order 65/2024 asks for one in agreements, § 25).
public enum OrganisationPlan {
    public static var routes: [Route] {
        var routes = Routes()
        PlanRoutes().add(to: &routes)
        return routes.all
    }
}
