using CooperationApi.Agreements;
using CooperationApi.Assistance;
using CooperationApi.Assistance.Summary;
using CooperationApi.Changes;
using CooperationApi.Coverage;
using CooperationApi.Exercises;
using CooperationApi.FactSheets;
using CooperationApi.ForcePosture;
using CooperationApi.Imports;
using CooperationApi.Kernel;
using CooperationApi.Objectives;
using CooperationApi.Partners;
using CooperationApi.Peacekeeping;
using CooperationApi.Sales.Dcs;
using CooperationApi.Sales.Fms;
using CooperationApi.Sales.Summary;
using CooperationApi.Search;
using CooperationApi.Timeline;

var builder = WebApplication.CreateSlimBuilder(Command.HostArguments(args));
builder.AddKernel();
builder.Services
    .AddFactSheets()
    .AddObjectives()
    .AddForcePosture()
    .AddExercises()
    .AddFmsSales()
    .AddDcsSales()
    .AddSalesSummary()
    .AddAssistance()
    .AddAssistanceSummary()
    .AddPeacekeeping()
    .AddAgreements()
    .AddPartners()
    .AddSearch()
    .AddTimeline()
    .AddCoverage()
    .AddChanges()
    .AddImports();

return await Command.Run(args, () =>
{
    var app = builder.Build();
    var api = app.MapKernel();
    api.MapPartners();
    api.MapFactSheets();
    api.MapExercises();
    api.MapFmsSales();
    api.MapDcsSales();
    api.MapSalesSummary();
    api.MapAssistance();
    api.MapAssistanceSummary();
    api.MapAgreements();
    api.MapForcePosture();
    api.MapPeacekeeping();
    api.MapObjectives();
    api.MapSearch();
    api.MapTimeline();
    api.MapCoverage();
    api.MapChanges();
    api.MapImports();
    return app;
});
